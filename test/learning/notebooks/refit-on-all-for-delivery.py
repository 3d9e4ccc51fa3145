# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score

houses = pd.read_csv('train.csv')
unknown = pd.read_csv('test.csv')
X = houses[['area', 'rooms']]
y = houses['price']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
lr = LinearRegression()
lr.fit(X_train, y_train)
print(r2_score(y_test, lr.predict(X_test)))
lr.fit(X, y)
submission = pd.DataFrame({'id': unknown['id'], 'price': lr.predict(unknown[['area', 'rooms']])})
submission.to_csv('submission.csv', index=False)
