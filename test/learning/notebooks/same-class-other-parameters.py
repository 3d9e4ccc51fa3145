# expected: multi-test
# found: multi-test 13:14
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor
df = pd.read_csv('flats.csv')
X_train, X_test, y_train, y_test = train_test_split(df[['a', 'b']], df['price'])
model = KNeighborsRegressor(3)
model.fit(X_train, y_train)
print('k=3', model.score(X_test, y_test))
model = KNeighborsRegressor(7)
model.fit(X_train, y_train)
print('k=7', model.score(X_test, y_test))
