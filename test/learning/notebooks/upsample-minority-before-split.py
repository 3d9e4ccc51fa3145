# expected: overlap
# found: overlap 11:25
import pandas as pd
from sklearn.utils import resample
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression

df = pd.read_csv('balance.csv')
df_majority = df[df.balance == 0]
df_minority = df[df.balance == 1]
df_minority_upsampled = resample(df_minority, replace=True, n_samples=576, random_state=123)
df_upsampled = pd.concat([df_majority, df_minority_upsampled])
y = df_upsampled.balance
X = df_upsampled.drop('balance', axis=1)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
clf = LogisticRegression().fit(X_train, y_train)
print(clf.score(X_test, y_test))
