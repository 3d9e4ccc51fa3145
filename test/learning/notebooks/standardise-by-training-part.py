# expected: clean
# found: clean
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.linear_model import SGDClassifier

raw = np.loadtxt('sensor.txt', delimiter=',')
tr, te = train_test_split(raw)
mu = tr[:, :-1].mean(axis=0)
sigma = tr[:, :-1].std(axis=0)
tr_x = (tr[:, :-1] - mu) / sigma
te_x = (te[:, :-1] - mu) / sigma
sgd = SGDClassifier()
sgd.fit(tr_x, tr[:, -1])
print(np.mean(sgd.predict(te_x) == te[:, -1]))
