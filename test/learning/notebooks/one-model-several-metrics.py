# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, confusion_matrix, roc_auc_score

df = pd.read_csv('heart.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('target', axis=1), df.target, random_state=4)
rf = RandomForestClassifier()
rf.fit(X_train, y_train)
pred = rf.predict(X_test)
proba = rf.predict_proba(X_test)[:, 1]
print(accuracy_score(y_test, pred), roc_auc_score(y_test, proba))
print(confusion_matrix(y_test, pred))
print(rf.score(X_train, y_train), rf.score(X_test, y_test))
