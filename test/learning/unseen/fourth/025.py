# expected: preprocessing
# found: preprocessing 17:1
# %%
import pandas as pd
import numpy as np
from gensim.models import Word2Vec
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
import re
# %%
tw = pd.read_csv('train_tweets.csv')
tw['tidy'] = tw['tweet'].apply(lambda t: re.sub(r'@[\w]*', '', t).lower())
tokens = tw['tidy'].apply(lambda x: x.split())
# %%
w2v = Word2Vec(tokens, vector_size=200, window=5, min_count=2, sg=1, workers=4, seed=34)
w2v.train(tokens, total_examples=len(tw['tidy']), epochs=20)
# %%
def word_vector(tok, size):
    vec = np.zeros(size)
    count = 0.
    for word in tok:
        try:
            vec += w2v.wv[word]
            count += 1.
        except KeyError:
            continue
    if count != 0:
        vec /= count
    return vec
# %%
arr = np.zeros((len(tokens), 200))
for i in range(len(tokens)):
    arr[i, :] = word_vector(tokens[i], 200)
wv_df = pd.DataFrame(arr)
# %%
xtr, xval, ytr, yval = train_test_split(wv_df, tw['label'], random_state=42, test_size=0.3)
# %%
lreg = LogisticRegression()
lreg.fit(xtr, ytr)
prediction = lreg.predict_proba(xval)
pred_int = (prediction[:, 1] >= 0.3).astype(int)
f1_score(yval, pred_int)
