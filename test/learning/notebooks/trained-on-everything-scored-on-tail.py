# expected: overlap
# found: overlap 7:1
import numpy as np
from sklearn.svm import LinearSVC
X, y = np.load('x.npy'), np.load('y.npy')
svc = LinearSVC()
svc.fit(X, y)
print(svc.score(X[800:], y[800:]))
