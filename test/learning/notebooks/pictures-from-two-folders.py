# expected: clean
# found: clean
import os
import cv2
import numpy as np
from sklearn.svm import SVC
def read(folder):
    data, labels = [], []
    for name in os.listdir(folder):
        data.append(cv2.imread(os.path.join(folder, name)).flatten() / 255)
        labels.append(name.split('_')[0])
    return np.array(data), np.array(labels)
x_train, y_train = read('train')
x_test, y_test = read('test')
svc = SVC().fit(x_train, y_train)
print(svc.score(x_test, y_test))
