# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Lasso, Ridge
train = pd.read_csv('train.csv')
test = pd.read_csv('test.csv')
X_train, X_val, y_train, y_val = train_test_split(train.drop('y', axis=1), train['y'])
lasso = Lasso().fit(X_train, y_train)
print(lasso.score(X_val, y_val))
ridge = Ridge().fit(X_train, y_train)
print(ridge.score(X_val, y_val))
out = pd.DataFrame({'id': test.id, 'y': ridge.predict(test)})
out.to_csv('out.csv')
