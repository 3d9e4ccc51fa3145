# expected: preprocessing
# found: preprocessing 9:5
from sklearn import cross_validation, preprocessing, neighbors
import numpy as np
import pandas as pd
df = pd.read_csv('breast-cancer-wisconsin.data.txt')
df.replace('?', -99999, inplace=True)
X = np.array(df.drop(['class'], 1))
X = preprocessing.scale(X)
y = np.array(df['class'])
X_train, X_test, y_train, y_test = cross_validation.train_test_split(X, y, test_size=0.2)
clf = neighbors.KNeighborsClassifier()
clf.fit(X_train, y_train)
print(clf.score(X_test, y_test))
