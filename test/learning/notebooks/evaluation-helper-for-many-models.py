# expected: multi-test
# found: multi-test 10:14
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier, GradientBoostingClassifier
def train_and_report(clf, X_train, X_test, y_train, y_test):
    clf.fit(X_train, y_train)
    y_pred = clf.predict(X_test)
    acc = accuracy_score(y_test, y_pred)
    return clf, acc
df = pd.read_csv('d.csv')
parts = train_test_split(df.drop('y', axis=1), df['y'], test_size=0.2)
lr, acc_lr = train_and_report(LogisticRegression(), *parts)
rf, acc_rf = train_and_report(RandomForestClassifier(), *parts)
gb, acc_gb = train_and_report(GradientBoostingClassifier(), *parts)
