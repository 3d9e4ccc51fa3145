# expected: multi-test, preprocessing
# found: preprocessing 15:10, preprocessing 16:9, multi-test 54:17
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt

# %%
data = pd.read_csv('winequality-red.csv', sep=';').values
np.random.seed(0)

# %%
# feature scaling
def featureNormalize(X):
    mu = np.mean(X, axis=0)
    s = np.std(X, axis=0)
    return (X - mu) / s

X = featureNormalize(data[:, :-1])
Y = (data[:, -1] >= 6).astype(int)

# %%
idx = np.random.permutation(len(X))
cut = int(len(X) * 0.75)
X_train = X[idx[:cut]]
Y_train = Y[idx[:cut]]
X_test = X[idx[cut:]]
Y_test = Y[idx[cut:]]

# %%
class LogReg:
    def __init__(self, lr=0.1, n=1000, l2=0.0):
        self.lr, self.n, self.l2 = lr, n, l2

    def fit(self, X, y):
        self.w = np.zeros(X.shape[1]); self.b = 0
        for _ in range(self.n):
            p = self._p(X)
            self.w -= self.lr * (X.T.dot(p - y) / len(y) + self.l2 * self.w)
            self.b -= self.lr * np.mean(p - y)
        return self

    def _p(self, X):
        return 1 / (1 + np.exp(-(X.dot(self.w) + self.b)))

    def accuracy(self, X, y):
        return np.mean((self._p(X) > .5) == y)

# %%
accs = []
lambdas = [0, 0.001, 0.01, 0.1, 1, 10]
for l2 in lambdas:
    m = LogReg(l2=l2).fit(X_train, Y_train)
    accs.append(m.accuracy(X_test, Y_test))
    print(l2, accs[-1])

# %%
plt.semilogx(lambdas, accs)
print('best lambda', lambdas[int(np.argmax(accs))], 'accuracy', max(accs))
