# expected: clean
# found: clean
from sklearn.datasets import load_iris
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
X, y = load_iris(return_X_y=True)
inner, outer = KFold(4, shuffle=True, random_state=1), KFold(4, shuffle=True, random_state=1)
clf = GridSearchCV(make_pipeline(StandardScaler(), SVC()), {'svc__C': [1, 10]}, cv=inner)
print(cross_val_score(clf, X=X, y=y, cv=outer).mean())
