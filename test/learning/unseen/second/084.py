# expected: clean
# found: clean
# %%
"""Online learning on the electricity (ELEC2) stream, prequential evaluation"""
import numpy as np
import pandas as pd
from sklearn.linear_model import SGDClassifier
import matplotlib.pyplot as plt
from collections import deque

# %%
elec = pd.read_csv('electricity-normalized.csv')
elec['class'] = (elec['class'] == 'UP').astype(int)
elec['day_sin'] = np.sin(2 * np.pi * elec['period'])
elec['day_cos'] = np.cos(2 * np.pi * elec['period'])
cols = ['day_sin', 'day_cos', 'nswprice', 'nswdemand', 'vicprice', 'vicdemand', 'transfer']
X = elec[cols].to_numpy()
y = elec['class'].to_numpy()

# %%
class RunningScaler:
    """Welford"""
    def __init__(self, d):
        self.n, self.m, self.s = 0, np.zeros(d), np.zeros(d)

    def update(self, B):
        for r in B:
            self.n += 1
            delta = r - self.m
            self.m += delta / self.n
            self.s += delta * (r - self.m)

    def __call__(self, B):
        return (B - self.m) / np.sqrt(self.s / max(self.n - 1, 1) + 1e-9)

# %%
CH = 336   # one week of half hours
clf = SGDClassifier(loss='log', alpha=1e-4, learning_rate='constant', eta0=.01, random_state=0)
sc = RunningScaler(X.shape[1])
sc.update(X[:CH])
clf.partial_fit(sc(X[:CH]), y[:CH], classes=[0, 1])

hist = []
for a in range(CH, len(X), CH):
    xb, yb = X[a:a + CH], y[a:a + CH]
    hist.append((clf.predict(sc(xb)) == yb).mean())     # test ...
    sc.update(xb)
    clf.partial_fit(sc(xb), yb)                         # ... then train

# %%
plt.plot(pd.Series(hist).rolling(8).mean())
plt.title('prequential accuracy %.4f' % np.mean(hist))
