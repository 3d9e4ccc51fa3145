# expected: preprocessing
# found: preprocessing 42:7, preprocessing 47:1
# %%
import re
import numpy as np
import pandas as pd
from tqdm import tqdm
tqdm.pandas()
from gensim.models import Word2Vec
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.metrics import roc_auc_score, confusion_matrix
import matplotlib.pyplot as plt
import seaborn as sns

# %% [markdown]
# # Amazon Fine Food Reviews - tfidf weighted word2vec

# %%
reviews = pd.read_csv('Reviews.csv', nrows=100000)
reviews = reviews[reviews.Score != 3]
reviews['positive'] = (reviews.Score > 3).astype(int)
reviews = reviews.drop_duplicates(subset=['UserId', 'Time', 'Text'])
reviews = reviews[reviews.HelpfulnessNumerator <= reviews.HelpfulnessDenominator]
reviews.shape

# %%
reviews.positive.value_counts(normalize=True)

# %%
def clean(s):
    s = re.sub(r"http\S+|<.*?>", " ", s.lower())
    s = re.sub(r"won't", "will not", s)
    s = re.sub(r"n't", " not", s)
    return re.sub(r"[^a-z ]", " ", s)

reviews['prep'] = reviews.Text.progress_apply(clean)
list_of_sentence = [s.split() for s in reviews.prep]

# %%
w2v = Word2Vec(list_of_sentence, min_count=5, size=50, workers=4)
w2v.wv.most_similar('great')

# %%
tf = TfidfVectorizer()
tf.fit(reviews.prep)
idf = dict(zip(tf.get_feature_names(), list(tf.idf_)))

# %%
vocab = set(w2v.wv.vocab)
doc_vecs = []
for words in tqdm(list_of_sentence):
    vec, wsum = np.zeros(50), 0
    for w in words:
        if w in vocab and w in idf:
            k = idf[w] * words.count(w) / len(words)
            vec += w2v.wv[w] * k
            wsum += k
    doc_vecs.append(vec / wsum if wsum else vec)
doc_vecs = np.vstack(doc_vecs)

# %%
tr_x, te_x, tr_y, te_y = train_test_split(doc_vecs, reviews.positive.values, test_size=.3, random_state=0)
logreg = LogisticRegression(C=1, class_weight='balanced', max_iter=1000)
logreg.fit(tr_x, tr_y)

# %%
prob = logreg.predict_proba(te_x)[:, 1]
print('AUC on test', roc_auc_score(te_y, prob))
sns.heatmap(confusion_matrix(te_y, logreg.predict(te_x)), annot=True, fmt='d')
plt.show()
