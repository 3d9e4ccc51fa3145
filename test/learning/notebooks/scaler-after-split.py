# expected: clean
# found: clean
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression

df = pd.read_csv('churn.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('churn', axis=1), df['churn'], random_state=1)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
clf = LogisticRegression().fit(X_train, y_train)
print(clf.score(X_train, y_train), clf.score(X_test, y_test))
