# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
df = pd.read_csv('train.csv')
df['FareBand'] = pd.qcut(df['Fare'], 4)
print(df[['FareBand', 'Survived']].groupby(['FareBand']).mean())
df.loc[df['Fare'] <= 7.91, 'Fare'] = 0
df.loc[df['Fare'] > 7.91, 'Fare'] = 1
df = df.drop(['FareBand'], axis=1)
X_train, X_test, y_train, y_test = train_test_split(df.drop('Survived', axis=1), df['Survived'])
lr = LogisticRegression()
lr.fit(X_train, y_train)
print(lr.score(X_test, y_test))
