# expected: clean
# found: clean
from sklearn.datasets import load_iris
from sklearn.tree import DecisionTreeClassifier
iris = load_iris()
X, y = iris.data, iris.target
tree = DecisionTreeClassifier()
tree.fit(X, y)
print(tree.score(X, y))
print(tree.predict(X[:5]))
print(tree.predict([[5.1, 3.5, 1.4, 0.2]]))
