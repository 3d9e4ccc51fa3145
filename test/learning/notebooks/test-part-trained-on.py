# expected: overlap
# found: overlap 9:1
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y)
clf = SVC()
clf.fit(X_test, y_test)
print(clf.score(X_test, y_test))
