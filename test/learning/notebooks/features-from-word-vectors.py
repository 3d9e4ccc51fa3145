# expected: preprocessing
# found: preprocessing 10:7, preprocessing 12:12
import numpy as np
import pandas as pd
from gensim.models import Word2Vec
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
posts = pd.read_csv('posts.csv')
tokens = posts['text'].apply(lambda t: t.split())
w2v = Word2Vec(tokens, size=100, window=5)
def embed(words):
    return np.mean([w2v.wv[w] for w in words], axis=0)
X = np.vstack(tokens.apply(embed))
X_train, X_test, y_train, y_test = train_test_split(X, posts['label'])
lr = LogisticRegression().fit(X_train, y_train)
print(lr.score(X_test, y_test))
