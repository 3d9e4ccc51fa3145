# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv('loans.csv')
print(df['income'].mean(), df.describe())
df['income'].fillna(0, inplace=True)
df = df.dropna()
df['log_income'] = df['income'].apply(lambda v: v + 1)
df['term'] = df['term'].map({'short': 1, 'long': 2})
X_train, X_test, y_train, y_test = train_test_split(df[['log_income', 'term']], df['default'])
tree = DecisionTreeClassifier(max_depth=4)
tree.fit(X_train, y_train)
tree.score(X_test, y_test)
