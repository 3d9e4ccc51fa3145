# expected: clean
# found: clean
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
raw = pd.read_csv('emnist.csv')
def upright(row):
    image = row.reshape(28, 28)
    return np.rot90(np.fliplr(image)).flatten()
X = np.apply_along_axis(upright, 1, raw.values[:, 1:])
X = np.array([np.fliplr(x.reshape(28, 28)).ravel() for x in X])
X_train, X_test, y_train, y_test = train_test_split(X, raw.values[:, 0])
svc = SVC().fit(X_train, y_train)
print(svc.score(X_test, y_test))
