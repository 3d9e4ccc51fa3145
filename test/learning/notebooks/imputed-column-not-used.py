# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
df = pd.read_csv('train.csv')
df['Age'] = df['Age'].fillna(df['Age'].mean())
df.Cabin.fillna(df.Cabin.mode()[0], inplace=True)
features = ['Pclass', 'Fare']
X_train, X_test, y_train, y_test = train_test_split(df[features], df['Survived'])
lr = LogisticRegression().fit(X_train, y_train)
print(lr.score(X_test, y_test))
