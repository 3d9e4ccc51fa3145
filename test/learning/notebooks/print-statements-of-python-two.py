# expected: preprocessing, multi-test
# found: preprocessing 9:5, multi-test 16:22
import pandas as pd
from sklearn import cross_validation
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.ensemble import RandomForestClassifier
df = pd.read_csv('d.csv')
X = StandardScaler().fit_transform(df.drop('y', axis=1))
X_train, X_test, y_train, y_test = cross_validation.train_test_split(X, df.y)
svm = SVC()
svm.fit(X_train, y_train)
print "svm", svm.score(X_test, y_test)
rf = RandomForestClassifier()
rf.fit(X_train, y_train)
print "forest: %f" % rf.score(X_test, y_test)
