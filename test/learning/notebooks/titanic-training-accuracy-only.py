# expected: clean
# found: clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC
train_df = pd.read_csv('train.csv').fillna(0)
test_df = pd.read_csv('test.csv').fillna(0)
X_train = train_df.drop('Survived', axis=1)
Y_train = train_df['Survived']
X_test = test_df.drop('PassengerId', axis=1).copy()
logreg = LogisticRegression()
logreg.fit(X_train, Y_train)
Y_pred = logreg.predict(X_test)
acc_log = round(logreg.score(X_train, Y_train) * 100, 2)
svc = SVC()
svc.fit(X_train, Y_train)
Y_pred = svc.predict(X_test)
acc_svc = round(svc.score(X_train, Y_train) * 100, 2)
submission = pd.DataFrame({'PassengerId': test_df['PassengerId'], 'Survived': Y_pred})
