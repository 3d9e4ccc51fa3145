# expected: clean
# found: clean
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator
train_gen = ImageDataGenerator(rescale=1. / 255).flow_from_directory('train', class_mode='binary')
val_gen = ImageDataGenerator(rescale=1. / 255).flow_from_directory('val', class_mode='binary')
base = keras.applications.VGG16(include_top=False)
base.trainable = False
model = keras.Sequential([base, keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(train_gen, epochs=5, validation_data=val_gen)
base.trainable = True
model.compile(keras.optimizers.Adam(1e-5), 'binary_crossentropy', metrics=['accuracy'])
model.fit(train_gen, epochs=5, validation_data=val_gen)
