# expected: multi-test, preprocessing
# found: preprocessing 19:1, multi-test 42:14
# %%
import pandas as pd
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, GRU, Dense, SpatialDropout1D
from sklearn.model_selection import train_test_split
# %%
data = pd.read_csv('Sentiment.csv')
data = data[['text', 'sentiment']]
data = data[data.sentiment != "Neutral"]
data['text'] = data['text'].apply(lambda x: x.lower().replace('rt', ' '))
# %%
max_features = 2000
tokenizer = Tokenizer(num_words=max_features, split=' ')
tokenizer.fit_on_texts(data['text'].values)
X = tokenizer.texts_to_sequences(data['text'].values)
X = pad_sequences(X)
# %%
Y = pd.get_dummies(data['sentiment']).values
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.33, random_state=42)
# %%
def build(layer):
    model = Sequential()
    model.add(Embedding(max_features, 128, input_length=X.shape[1]))
    model.add(SpatialDropout1D(0.4))
    model.add(layer)
    model.add(Dense(2, activation='softmax'))
    model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
    return model
# %%
lstm = build(LSTM(196, dropout=0.2))
lstm.fit(X_train, Y_train, epochs=7, batch_size=32, verbose=2)
score, acc = lstm.evaluate(X_test, Y_test, verbose=2, batch_size=32)
print("acc: %.2f" % (acc))
# %%
gru = build(GRU(196, dropout=0.2))
gru.fit(X_train, Y_train, epochs=7, batch_size=32, verbose=2)
score, acc = gru.evaluate(X_test, Y_test, verbose=2, batch_size=32)
print("acc: %.2f" % (acc))
