# expected: clean
# found: clean
import numpy as np
from sklearn.svm import LinearSVC
X, y = np.load('x.npy'), np.load('y.npy')
order = np.random.permutation(len(X))
cut = int(0.7 * len(X))
train_idx, test_idx = order[:cut], order[cut:]
svc = LinearSVC()
svc.fit(X[train_idx], y[train_idx])
print(svc.score(X[test_idx], y[test_idx]))
