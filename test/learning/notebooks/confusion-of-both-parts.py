# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, plot_confusion_matrix
def print_score(clf, X_train, y_train, X_test, y_test, train=True):
    if train:
        pred = clf.predict(X_train)
        print(accuracy_score(y_train, pred))
    else:
        pred = clf.predict(X_test)
        print(accuracy_score(y_test, pred))
df = pd.read_csv('hr.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('left', axis=1), df['left'])
rf = RandomForestClassifier()
rf.fit(X_train, y_train)
print_score(rf, X_train, y_train, X_test, y_test, train=True)
print_score(rf, X_train, y_train, X_test, y_test, train=False)
plot_confusion_matrix(rf, X_test, y_test)
