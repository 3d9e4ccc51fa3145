# expected: multi-test
# found: multi-test 12:27
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.naive_bayes import GaussianNB
digits = load_digits()
X_train, X_test, y_train, y_test = train_test_split(digits['data'], digits['target'])
for Model in [SVC, GaussianNB]:
    clf = Model()
    clf.fit(X_train, y_train)
    print(Model.__name__, clf.score(X_test, y_test))
