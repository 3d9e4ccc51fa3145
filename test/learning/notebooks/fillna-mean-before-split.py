# expected: preprocessing
# found: preprocessing 8:21
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv('loans.csv')
df['income'].fillna(df['income'].mean(), inplace=True)
df['term'] = df['term'].fillna(0)
X = df[['income', 'term']]
y = df['default']
X_train, X_test, y_train, y_test = train_test_split(X, y)
tree = DecisionTreeClassifier(max_depth=4)
tree.fit(X_train, y_train)
tree.score(X_test, y_test)
