# expected: clean
# found: clean
import pandas as pd
from sklearn.utils import resample
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression

df = pd.read_csv('balance.csv')
df_majority = df[df.balance == 0]
df_minority = df[df.balance == 1]
smaller = resample(df_majority, replace=False, n_samples=len(df_minority), random_state=123)
even = pd.concat([smaller, df_minority])
X_train, X_test, y_train, y_test = train_test_split(even.drop('balance', axis=1), even.balance, random_state=0)
clf = LogisticRegression().fit(X_train, y_train)
print(clf.score(X_test, y_test))
