# expected: multi-test
# found: multi-test 13:7
import pandas as pd
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier
iris = load_iris()
X_train, X_test, y_train, y_test = train_test_split(iris.data, iris.target)
svc = SVC().fit(X_train, y_train)
print(svc.score(X_test, y_test))
tree = DecisionTreeClassifier().fit(X_train, y_train)
print(tree.score(X_test, y_test))
wine = pd.read_csv('wine.csv')
X_train, X_test, y_train, y_test = train_test_split(wine.drop('type', axis=1), wine['type'])
other = SVC().fit(X_train, y_train)
print(other.score(X_test, y_test))
