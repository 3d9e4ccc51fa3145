# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
df = pd.read_csv('d.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('y', axis=1), df['y'])
clf = LogisticRegression()
clf.fit(X_train[:5000], y_train[:5000])
print(clf.score(X_train[:300], y_train[:300]))
print(clf.score(X_test, y_test))
