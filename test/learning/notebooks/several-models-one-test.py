# expected: multi-test
# found: multi-test 17:30
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC
from sklearn.metrics import accuracy_score

df = pd.read_csv('heart.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('target', axis=1), df.target, random_state=4)
lr = LogisticRegression()
lr.fit(X_train, y_train)
print(accuracy_score(y_test, lr.predict(X_test)))
rf = RandomForestClassifier()
rf.fit(X_train, y_train)
print(accuracy_score(y_test, rf.predict(X_test)))
svc = SVC()
svc.fit(X_train, y_train)
print(accuracy_score(y_test, svc.predict(X_test)))
