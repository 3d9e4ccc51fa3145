# expected: preprocessing
# found: preprocessing 7:15
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
df = pd.read_csv('train.csv')
df.Age.fillna(df.Age.mean(), inplace=True)
df = df.drop(columns=['Cabin', 'Name']).copy()
data = df[['Pclass', 'Age']].astype(float).values
X_train, X_test, y_train, y_test = train_test_split(data, df['Survived'])
lr = LogisticRegression().fit(X_train, y_train)
print(lr.score(X_test, y_test))
