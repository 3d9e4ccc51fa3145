# expected: preprocessing
# found: preprocessing 22:7, preprocessing 28:12
# %%
import pandas as pd
from gensim.models import Word2Vec
import numpy as np
from nltk.tokenize import word_tokenize
from sklearn.svm import LinearSVC
from sklearn.model_selection import train_test_split
from sklearn.metrics import f1_score

# %%
tox = pd.read_csv('jigsaw-toxic-comment-classification-challenge/train.csv')
tox['any'] = tox[['toxic', 'severe_toxic', 'obscene', 'threat', 'insult', 'identity_hate']].max(axis=1)
tox = tox.sample(60000, random_state=1)

# %%
%%time
tox['tok'] = tox.comment_text.apply(lambda s: word_tokenize(s.lower()))

# %%
w2v = Word2Vec(tox.tok.tolist(), size=200, window=5, min_count=5, workers=4, sg=1, iter=5)
w2v.wv.most_similar('idiot')

# %%
def avg(tokens):
    v = [w2v.wv[t] for t in tokens if t in w2v.wv]
    return np.mean(v, axis=0) if v else np.zeros(200)

M = np.vstack(tox.tok.apply(avg))

# %%
tr_x, te_x, tr_y, te_y = train_test_split(M, tox['any'].values, test_size=.25, random_state=9)
svm = LinearSVC(C=1, class_weight='balanced').fit(tr_x, tr_y)
print('f1 %.3f' % f1_score(te_y, svm.predict(te_x)))

# %%
w2v.save('toxic_w2v.model')
