# expected: multi-test
# found: multi-test 11:7
import pandas as pd
from project.data import load_and_split
from sklearn.svm import SVC
from sklearn.linear_model import SGDClassifier
X_train, X_test, y_train, y_test = load_and_split('d.csv')
a = SVC().fit(X_train, y_train)
print(a.score(X_test, y_test))
b = SGDClassifier().fit(X_train, y_train)
print(b.score(X_test, y_test))
