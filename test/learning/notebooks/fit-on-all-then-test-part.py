# expected: overlap
# found: overlap 13:1
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score

houses = pd.read_csv('houses.csv')
X = houses[['area', 'rooms']]
y = houses['price']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
lr = LinearRegression()
lr.fit(X, y)
print(r2_score(y_test, lr.predict(X_test)))
