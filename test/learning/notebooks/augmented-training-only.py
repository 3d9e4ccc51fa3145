# expected: clean
# found: clean
import numpy as np
import cv2
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
X = np.load('x.npy')
y = np.load('y.npy')
X_train, X_test, y_train, y_test = train_test_split(X, y)
mirrored = np.array([cv2.flip(img, 1) for img in X_train])
X_train = np.concatenate([X_train, mirrored])
y_train = np.concatenate([y_train, y_train])
svc = SVC().fit(X_train.reshape(len(X_train), -1), y_train)
print(svc.score(X_test.reshape(len(X_test), -1), y_test))
