# expected: multi-test, preprocessing
# found: preprocessing 29:7, preprocessing 35:12, multi-test 51:5
# %%
import pandas as pd
import numpy as np
import re, nltk
from gensim.models import Word2Vec
from nltk.tokenize import word_tokenize
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, accuracy_score
nltk.download('punkt')

# %%
tweets = pd.read_csv('disaster_tweets.csv', usecols=['text', 'target'])
tweets = tweets.drop_duplicates('text').reset_index(drop=True)
tweets.target.mean()

# %%
def tokenise(t):
    t = re.sub(r'http\S+|@\w+|#', '', t.lower())
    return [w for w in word_tokenize(t) if w.isalpha()]

tokens = [tokenise(t) for t in tweets['text']]
tokens[:2]

# %%
w2v = Word2Vec(sentences=tokens, vector_size=150, window=5, min_count=2, sg=1, workers=4, epochs=20)
w2v.wv.most_similar('fire')

# %%
def doc_vector(words):
    vecs = [w2v.wv[w] for w in words if w in w2v.wv]
    return np.mean(vecs, axis=0) if vecs else np.zeros(150)

X = np.vstack([doc_vector(t) for t in tokens])
y = tweets['target'].values
X.shape

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=2021)

# %%
lr = LogisticRegression(max_iter=1000).fit(X_train, y_train)
p = lr.predict(X_test)
print('LR   acc %.3f  f1 %.3f' % (accuracy_score(y_test, p), f1_score(y_test, p)))

# %%
svc = SVC(C=10, gamma='scale').fit(X_train, y_train)
p = svc.predict(X_test)
print('SVC  acc %.3f  f1 %.3f' % (accuracy_score(y_test, p), f1_score(y_test, p)))

# %%
from sklearn.manifold import TSNE
import matplotlib.pyplot as plt
words = w2v.wv.index_to_key[:200]
xy = TSNE(2).fit_transform(np.array([w2v.wv[w] for w in words]))
plt.figure(figsize=(12, 9))
for (a, b), w in zip(xy, words):
    plt.text(a, b, w, fontsize=7)
plt.xlim(xy[:, 0].min(), xy[:, 0].max()); plt.ylim(xy[:, 1].min(), xy[:, 1].max())
