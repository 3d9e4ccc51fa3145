# expected: preprocessing
# found: preprocessing 7:15
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
df = pd.read_csv('boston.csv')
correlation = df.corr()['MEDV'].abs()
relevant = correlation[correlation > 0.5].index
X = df[relevant].drop('MEDV', axis=1)
X_train, X_test, y_train, y_test = train_test_split(X, df['MEDV'])
reg = LinearRegression().fit(X_train, y_train)
print(reg.score(X_test, y_test))
