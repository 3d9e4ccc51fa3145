# expected: preprocessing
# found: preprocessing 9:5
from sklearn.datasets import load_breast_cancer
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

X, y = load_breast_cancer(return_X_y=True)
X = StandardScaler().fit_transform(X)
scores = cross_val_score(LogisticRegression(), X, y, cv=10)
print(scores.mean(), scores.std())
