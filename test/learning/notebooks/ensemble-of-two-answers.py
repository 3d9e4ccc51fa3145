# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
df = pd.read_csv('flats.csv')
X_train, X_test, y_train, y_test = train_test_split(df[['a', 'b']], df['price'])
ridge = Ridge().fit(X_train, y_train)
forest = RandomForestRegressor().fit(X_train, y_train)
blend = 0.5 * ridge.predict(X_test) + 0.5 * forest.predict(X_test)
print(mean_absolute_error(y_test, blend))
