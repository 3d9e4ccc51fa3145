# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
df = pd.read_csv('sales.csv', parse_dates=['date'])
df['days'] = (df['date'] - df['date'].min()).dt.days
X_train, X_test, y_train, y_test = train_test_split(df[['days']], df['sales'], shuffle=False)
lr = LinearRegression().fit(X_train, y_train)
print(lr.score(X_test, y_test))
