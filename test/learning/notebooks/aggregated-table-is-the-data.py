# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
orders = pd.read_csv('orders.csv')
customers = orders.groupby('customer').agg({'amount': 'sum', 'date': 'max'}).reset_index()
labels = pd.read_csv('labels.csv')
customers = customers.merge(labels, on='customer')
X_train, X_test, y_train, y_test = train_test_split(customers[['amount']], customers['churned'])
lr = LogisticRegression().fit(X_train, y_train)
print(lr.score(X_test, y_test))
