# expected: clean
# found: clean
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.linear_model import LinearRegression
df = pd.read_csv('stock.csv', index_col=0)
train = df.iloc[:1000]
test = df.iloc[1000:]
scaler = MinMaxScaler()
train_s = scaler.fit_transform(train)
test_s = scaler.transform(test)
reg = LinearRegression()
reg.fit(train_s[:, :-1], train_s[:, -1])
print(reg.score(test_s[:, :-1], test_s[:, -1]))
