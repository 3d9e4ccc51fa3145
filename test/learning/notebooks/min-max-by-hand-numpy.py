# expected: preprocessing
# found: preprocessing 9:13, preprocessing 9:39
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.linear_model import SGDClassifier

raw = np.loadtxt('sensor.txt', delimiter=',')
features, labels = raw[:, :-1], raw[:, -1]
low, high = np.min(features, axis=0), np.max(features, axis=0)
features = (features - low) / (high - low)
tr_x, te_x, tr_y, te_y = train_test_split(features, labels)
sgd = SGDClassifier()
sgd.fit(tr_x, tr_y)
print(np.mean(sgd.predict(te_x) == te_y))
