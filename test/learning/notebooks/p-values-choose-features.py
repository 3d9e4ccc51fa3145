# expected: preprocessing
# found: preprocessing 9:20
import pandas as pd
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
df = pd.read_csv('d.csv')
X, y = df.drop('y', axis=1), df['y']
scores, p_values = chi2(X, y)
keep = X.columns[p_values < 0.05]
X_train, X_test, y_train, y_test = train_test_split(X[keep], y)
lr = LogisticRegression().fit(X_train, y_train)
print(lr.score(X_test, y_test))
