# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
df = pd.read_csv('flats.csv')
q1, q3 = df['price'].quantile(.25), df['price'].quantile(.75)
df = df[(df['price'] > q1 - 1.5 * (q3 - q1)) & (df['price'] < q3 + 1.5 * (q3 - q1))]
X_train, X_test, y_train, y_test = train_test_split(df[['area']], df['price'])
reg = LinearRegression().fit(X_train, y_train)
print(reg.score(X_test, y_test))
